/**
 * A store of results that several processes and machines fill: beside the results under their keys, what is to be
 * computed (`orders`), who computes what (`running`), and what has failed (`failed`). A key is the hash of all that the
 * result depends on, so whoever computes it computes the same bits.
 */
import { join } from "node:path";
import { filesBelow } from "../disk.js";
import { type WorkKey, keyOf, readCached, writeCached } from "./cache.js";

/** A unit of work as a store keeps it: whoever has the store and the code can compute it. */
export interface StoredOrder {
  /** `experiment: unit`, for people. */
  readonly name: string;
  readonly work: WorkKey;
  /** Folder of the spec, relative to the project: where its data files are. */
  readonly folder: string;
  /** What it will take: seconds, and bytes of memory. */
  readonly seconds: number;
  readonly memory: number;
}

const ordersOf = (store: string): string => join(store, "orders");

/** Writes down a unit of work under its key. */
export const writeOrder = (store: string, order: StoredOrder): void =>
  writeCached(ordersOf(store), keyOf(order.work), order);

/** The unit of work with this key; undefined where there is none whose content gives this key. */
export function readOrder(store: string, key: string): StoredOrder | undefined {
  const order = readCached<StoredOrder>(ordersOf(store), key);
  return order !== undefined && keyOf(order.work) === key ? order : undefined;
}

const KEY = /([0-9a-f]{64})\.bin$/;

/** The keys of all units of work that are written down, in their order. */
export const orderedKeys = (store: string): readonly string[] =>
  filesBelow(ordersOf(store))
    .flatMap(file => KEY.exec(file)?.slice(1) ?? [])
    .sort();
