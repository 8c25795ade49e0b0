package dev.fanlight.agent.onsite;

import dev.fanlight.agent.config.OnSiteSettings;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.runtime.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Shows on site whether the camera is watched, by commands and lights. One thread. */
public final class WatchSignals implements AutoCloseable {

    private final Hooks hooks;
    private final List<Indicator> indicators;
    private CurrentViewers viewers = CurrentViewers.NONE;

    private WatchSignals(Hooks hooks, List<Indicator> indicators) {
        this.hooks = hooks;
        this.indicators = List.copyOf(indicators);
    }

    /**
     * Those that the settings name.
     *
     * @param camera name of the camera, for commands
     * @param notice gets a sentence about what cannot be run or set
     */
    public static WatchSignals of(OnSiteSettings settings, String camera, NanoClock clock, Consumer<String> notice) {
        List<Indicator> indicators = new ArrayList<>();
        if (!settings.led().isEmpty()) {
            indicators.add(new LedIndicator(LedIndicator.CLASS.resolve(settings.led()), notice));
        }
        if (!settings.gpio().isEmpty()) {
            indicators.add(new GpioIndicator("gpioset", settings.gpio(), clock, notice));
        }
        return new WatchSignals(new Hooks(settings, camera, clock, notice), indicators);
    }

    /** To be called a few times a second with those who watch now. */
    void update(CurrentViewers now) {
        if (!now.equals(viewers)) {
            hooks.viewers(viewers, now);
            viewers = now;
        }
        hooks.poll();
        indicators.forEach(indicator -> indicator.show(now.count() > 0));
    }

    /** Ends what runs, and turns the lights off. */
    @Override
    public void close() {
        indicators.forEach(Indicator::close);
        hooks.close();
    }
}
