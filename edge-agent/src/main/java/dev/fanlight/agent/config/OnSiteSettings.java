package dev.fanlight.agent.config;

/**
 * How people at the camera learn that it is watched. Only local configuration names commands and outputs, never a relay. Immutable.
 *
 * @param onWatched command for the first viewer; empty for none
 * @param onUnwatched command for when the last one has left
 * @param onViewers command for every change of the number of viewers or of their names
 * @param led name of an LED below {@code /sys/class/leds}; empty for none
 * @param gpio {@code CHIP:LINE} of a GPIO line; empty for none
 */
public record OnSiteSettings(String onWatched, String onUnwatched, String onViewers, String led, String gpio) {

    /** Nothing is run or lit. */
    public static final OnSiteSettings NONE = new OnSiteSettings("", "", "", "", "");

    /** Whether nothing is configured. */
    public boolean isEmpty() {
        return onWatched.isEmpty() && onUnwatched.isEmpty() && onViewers.isEmpty() && led.isEmpty() && gpio.isEmpty();
    }
}
