/** What the command lines of both programs have in common: exit codes and the words for bad input. */
@NullMarked
package dev.fanlight.cli;

import org.jspecify.annotations.NullMarked;
