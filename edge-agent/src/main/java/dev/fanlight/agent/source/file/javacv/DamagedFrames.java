package dev.fanlight.agent.source.file.javacv;

/** Says that frames are damaged. Stateless. */
final class DamagedFrames {

    private DamagedFrames() {}

    static String sentence(String name, long count) {
        return "Frames dropped because " + name + " is damaged: " + count + ".";
    }
}
