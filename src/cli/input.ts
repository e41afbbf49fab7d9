// What is piped in: all of a stream as bytes, read once, and refused where it has no end.
import { Failure } from '../domain/failure.ts';
import { limits, sizeText } from '../domain/limits.ts';

/** The stream is asked for only when it is read. */
export function inputOf(stream: () => AsyncIterable<Uint8Array | string>): () => Promise<Uint8Array> {
  let read: Promise<Uint8Array> | undefined;
  return () => {
    read ??= readAll(stream());
    return read;
  };
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > limits.import)
      throw new Failure('usage', `stdin gives more than ${sizeText(limits.import)}`, 'Give less at a time');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
