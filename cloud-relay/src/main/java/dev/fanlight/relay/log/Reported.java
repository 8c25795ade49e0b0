package dev.fanlight.relay.log;

/** Marks a failure that its origin has logged with its reason, once for all that fails of it; others do not log it again. */
public interface Reported {}
