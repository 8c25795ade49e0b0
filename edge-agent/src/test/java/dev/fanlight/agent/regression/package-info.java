/** One test per mended bug of the agent, each named after what went wrong. */
package dev.fanlight.agent.regression;
