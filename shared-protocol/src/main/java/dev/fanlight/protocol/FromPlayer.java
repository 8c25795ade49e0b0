package dev.fanlight.protocol;

/** A message that a player may send to a relay. */
public interface FromPlayer extends Message {}
