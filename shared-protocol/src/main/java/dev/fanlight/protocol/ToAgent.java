package dev.fanlight.protocol;

/** A message that a relay may send to an agent. */
public interface ToAgent extends Message {}
