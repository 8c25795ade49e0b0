/** The commands {@code config show}, {@code check}, {@code explain}, {@code init} and {@code schema} of both programs. */
@NullMarked
package dev.fanlight.cli.config;

import org.jspecify.annotations.NullMarked;
