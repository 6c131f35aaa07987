package org.comparto.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person. Addresses were checked when they came in, and subject and headers hold our own words only, so that
 * nobody can add a header.
 *
 * @param replyTo null for the sender
 */
public record Mail(String from, String to, @Nullable String replyTo, String subject, Letter letter, Map<String, String> headers) {}
