/** Settings of both programs: one typed list of keys, read from defaults, YAML, environment and flags. */
@NullMarked
package dev.fanlight.settings;

import org.jspecify.annotations.NullMarked;
