import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ByteWriter,
  markList,
  posting,
  readShard,
  shardPiece,
  writeEntry,
  writeList,
  type ListPlace,
} from '../../../src/dossier/searchFormat.ts';

const rowsWithFields = fc.uniqueArray(
  fc.record({ row: fc.oneof(fc.nat(300), fc.nat(2 ** 20)), field: fc.nat(10) }),
  { selector: ({ row }) => row, maxLength: 200 },
);

function listOf(entries: readonly { row: number; field: number }[]): Uint8Array {
  const writer = new ByteWriter();
  writeList(Uint32Array.from(entries, ({ row, field }) => posting(row, field)).sort(), writer);
  return writer.take();
}

const COSTS = Uint8Array.from({ length: 16 }, (_, field) => 10 + field);

describe('a list', () => {
  it('marks the rows that it was written of, and no others', () => {
    fc.assert(
      fc.property(rowsWithFields, (entries) => {
        const marked = new Uint8Array(2 ** 20 + 1).fill(255);
        markList(listOf(entries), COSTS, marked);
        const expected = new Uint8Array(marked.length).fill(255);
        for (const { row, field } of entries) expected[row] = 10 + field;
        expect(Buffer.from(marked).equals(expected)).toBe(true);
      }),
    );
  });

  it('leaves rows that cost less already', () => {
    const marked = Uint8Array.from([255, 3]);
    markList(listOf([0, 1].map((row) => ({ row, field: 2 }))), COSTS, marked);
    expect([...marked]).toEqual([12, 3]);
  });

  it('says of any other bytes that they are none, or is done with them soon', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const marked = new Uint8Array(100).fill(255);
        try {
          markList(bytes, COSTS, marked);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        expect(marked).toHaveLength(100);
      }),
      { numRuns: 2000 },
    );
  });
});

const place: fc.Arbitrary<ListPlace> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.record({ piece: fc.nat(), from: fc.nat(), length: fc.nat() }),
);

describe('a shard', () => {
  it('has the words and lists that it was written of', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, place), { minLength: 1 }), (entries) => {
        const writer = new ByteWriter();
        for (const [, list] of entries) writeEntry(list, writer);
        const shard = readShard(
          shardPiece(
            entries.map(([each]) => each),
            writer.take(),
          ),
        );
        expect(shard.words).toEqual(entries.map(([each]) => each));
        expect(entries.map((_, number) => shard.listOf(number))).toEqual(
          entries.map(([, list]) => list),
        );
      }),
    );
  });

  it('says of any other bytes that they are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          const { words, listOf } = readShard(bytes);
          words.forEach((_, number) => listOf(number));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
