/** One test per mended bug of the relay, each named after what went wrong. */
package dev.fanlight.relay.regression;
