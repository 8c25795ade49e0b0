/** One room of conversation beside each camera: its order, its rules, its names. */
@NullMarked
package dev.fanlight.relay.chat;

import org.jspecify.annotations.NullMarked;
