/** A gateway and a publisher that need no line changed elsewhere: what a new protocol has to write, and a proof that it is enough. */
package dev.fanlight.relay.seams;
