/** Lines of a log for programs, the same of both. */
@NullMarked
package dev.fanlight.log;

import org.jspecify.annotations.NullMarked;
