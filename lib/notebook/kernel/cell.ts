import type { Bundle, Outlet } from "../display/outlet.js";
import type { Json } from "../protocol/message.js";

/** Publishes something because of the request that runs. */
export type Publish = (type: string, content: Json) => void;

const content = ({ data, metadata }: Bundle, id: string | undefined): Json =>
  ({ data, metadata, transient: id === undefined ? {} : { display_id: id } });

/** Displays of a cell as messages. */
export const cellOutlet = (publish: Publish): Outlet => ({
  display: (bundle, id) => publish("display_data", content(bundle, id)),
  update: (bundle, id) => publish("update_display_data", content(bundle, id)),
});

const asText = (chunk: unknown): string => (typeof chunk === "string" ? chunk : Buffer.from(chunk as Uint8Array).toString());

/** What the process prints goes to the cell that runs, or ran last. */
export function capturePrinting(publish: () => Publish): void {
  for (const name of ["stdout", "stderr"] as const)
    process[name].write = (chunk: unknown, ...rest: readonly unknown[]): boolean => {
      publish()("stream", { name, text: asText(chunk) });
      const done = rest.at(-1);
      if (typeof done === "function") done();
      return true;
    };
}
