package dev.fanlight.agent.onvif.http;

/**
 * Credentials of a user of a camera. Immutable.
 *
 * @param user name, as the camera knows it
 * @param password in clear
 */
public record CameraLogin(String user, String password) {

    /** Omits the password, which must not be logged. */
    @Override
    public String toString() {
        return "CameraLogin[user=" + user + "]";
    }
}
