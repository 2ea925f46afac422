/**
 * A process that runs command lines of `flows` one after the other, as they are asked for: to start the program takes
 * longer than most of them.
 */
import { main } from "../flows.js";

/** A command line, and the folder where it is given. */
export interface Order {
  readonly args: readonly string[];
  readonly cwd: string;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Keeps what is written to a stream from now on; the function gives it, and the stream back. */
function collected(stream: NodeJS.WriteStream): () => string {
  const written: Buffer[] = [];
  const { write } = stream;
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    written.push(Buffer.from(chunk as string));
    const done = rest.find(each => typeof each === "function");
    if (done) process.nextTick(done);
    return true;
  };
  return () => {
    stream.write = write;
    return Buffer.concat(written).toString();
  };
}

async function ended({ args, cwd }: Order): Promise<Ended> {
  process.chdir(cwd);
  process.argv = [process.execPath, "flows", ...args];
  const [out, err] = [process.stdout, process.stderr].map(collected);
  const code = await main(args);
  return { code, out: out(), err: err() };
}

process.on("message", (order: Order) => void ended(order).then(answer => process.send!(answer)));
