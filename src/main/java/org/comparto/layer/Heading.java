package org.comparto.layer;

/** A heading under which layers are listed, or attributes shown: its stable name and its title. */
public record Heading(String id, Localized title) {}
