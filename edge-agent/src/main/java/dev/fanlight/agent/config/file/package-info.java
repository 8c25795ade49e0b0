/** The settings file: where it is, what stands in a new one, and what its keys mean. */
@NullMarked
package dev.fanlight.agent.config.file;

import org.jspecify.annotations.NullMarked;
