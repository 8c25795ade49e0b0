package dev.fanlight.relay.backup;

/**
 * One file of a backup. Immutable.
 *
 * @param name in the archive
 * @param size in bytes
 * @param sha256 of its content, in lower-case hexadecimal digits
 */
record BackupEntry(String name, long size, String sha256) {}
