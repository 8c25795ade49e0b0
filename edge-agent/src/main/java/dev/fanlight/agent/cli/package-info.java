/** The command line: run, join, cameras, version. */
@NullMarked
package dev.fanlight.agent.cli;

import org.jspecify.annotations.NullMarked;
