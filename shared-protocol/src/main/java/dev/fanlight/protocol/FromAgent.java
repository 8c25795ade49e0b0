package dev.fanlight.protocol;

/** A message that an agent may send to a relay. */
public interface FromAgent extends Message {}
