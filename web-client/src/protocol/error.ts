/** The peer violated the protocol; the reader of the socket closes it. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}
