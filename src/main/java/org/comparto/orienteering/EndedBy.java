package org.comparto.orienteering;

/** Why a search ended: nothing better was found for long enough, its time was over, or somebody stopped it. */
public enum EndedBy { CONVERGED, TIME, STOPPED }
