/** What this computer can encode. */
@NullMarked
package dev.fanlight.agent.bench;

import org.jspecify.annotations.NullMarked;
