package dev.fanlight.protocol;

/** A message that a relay may send to a player. */
public interface ToPlayer extends Message {}
