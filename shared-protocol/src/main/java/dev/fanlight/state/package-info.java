/** The files and the folder in which a program keeps what must survive. */
@NullMarked
package dev.fanlight.state;

import org.jspecify.annotations.NullMarked;
