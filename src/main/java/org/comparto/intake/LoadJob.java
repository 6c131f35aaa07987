package org.comparto.intake;

/** Which load a job works on. */
record LoadJob(long load) {}
