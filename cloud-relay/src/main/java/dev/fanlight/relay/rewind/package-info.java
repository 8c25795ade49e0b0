/** What was recorded, for pages, players and programs: playlists, fragments and downloads (ADR 41). */
@NullMarked
package dev.fanlight.relay.rewind;

import org.jspecify.annotations.NullMarked;
