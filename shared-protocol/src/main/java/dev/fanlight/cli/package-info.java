/** Shared by the command lines of both programs: exit codes and error messages. */
@NullMarked
package dev.fanlight.cli;

import org.jspecify.annotations.NullMarked;
