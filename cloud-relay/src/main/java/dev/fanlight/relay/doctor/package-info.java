/** Checks of everything that a relay needs of its computer. Each says what it found and what to do. */
@NullMarked
package dev.fanlight.relay.doctor;

import org.jspecify.annotations.NullMarked;
