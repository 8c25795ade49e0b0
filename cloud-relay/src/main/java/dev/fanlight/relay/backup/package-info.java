/** Backups: everything that a relay keeps, in one file, written while it runs and checked before it is put back. */
@NullMarked
package dev.fanlight.relay.backup;

import org.jspecify.annotations.NullMarked;
