/** Pictures from a source: the test pattern, and the contract that files and cameras keep too. */
@NullMarked
package dev.fanlight.agent.source;

import org.jspecify.annotations.NullMarked;
