/** Checks of everything an agent needs: the computer, its camera, its relay. Each says what it found and what to do. */
@NullMarked
package dev.fanlight.agent.doctor;

import org.jspecify.annotations.NullMarked;
