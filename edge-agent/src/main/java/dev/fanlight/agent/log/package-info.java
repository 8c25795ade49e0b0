/** The lines that a running agent writes, for people or for programs. */
@NullMarked
package dev.fanlight.agent.log;

import org.jspecify.annotations.NullMarked;
