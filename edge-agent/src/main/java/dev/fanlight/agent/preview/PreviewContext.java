package dev.fanlight.agent.preview;

import dev.fanlight.identity.Secrets;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;

/**
 * What a preview server needs of its program. Thread safe.
 *
 * @param version of the agent, for the statistics of the page
 * @param clock the clock of capture times
 * @param nano measures rates
 * @param secrets makes keys
 */
public record PreviewContext(String version, MediaClock clock, NanoClock nano, Secrets secrets) {}
