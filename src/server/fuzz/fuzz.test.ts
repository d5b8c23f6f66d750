import fc from 'fast-check';
import type { OpenAPIV3_1 } from 'openapi-types';
import { expect, test } from 'vitest';
import { makeWorld } from '../../../db/testing/personas.ts';
import { openApiDocument } from '../openapi.ts';
import { startTestServer } from '../testing.ts';
import { type FuzzRequest, requestsOf } from './requests.ts';
import { createSender } from './send.ts';

/** TELLOOM_FUZZ_REQUESTS and TELLOOM_FUZZ_SEED look further than what every test run sends. */
const requests = Number(process.env.TELLOOM_FUZZ_REQUESTS ?? 1000);
const seed = Number(process.env.TELLOOM_FUZZ_SEED ?? 1);
/** Then a new world: in the old one little is left to ask for. */
const perServer = 5000;
const perSample = 250;
const atOnce = 8;

const statuses = new Map<number, number>();
const reached = new Set<string>();
/** The first request of each kind of failure. */
const failures = new Map<string, FuzzRequest>();

function count({ status, text }: { status: number; text: string }, request: FuzzRequest): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  if (status > 0 && status < 300) reached.add(request.operation);
  if (status === 0 || status >= 500)
    failures.set(`${request.operation} ${status} ${text}`, request);
}

/** So many requests to a server of their own, some at a time. */
async function send(
  generated: fc.Arbitrary<FuzzRequest>,
  from: number,
  most: number,
): Promise<void> {
  const server = await startTestServer({ TELLOOM_REQUEST_LIMIT: '0' });
  const sender = createSender(server);
  try {
    await makeWorld({
      sql: async (text, ...values) =>
        (
          await server.owner.query(
            text.reduce((all, part, n) => `${all}$${n}${part}`),
            values,
          )
        ).rows,
    });
    for (let at = 0; at < most; at += perSample) {
      await sender.signIn();
      const batch = fc.sample(generated, {
        numRuns: Math.min(perSample, most - at),
        seed: seed + from + at,
      });
      const next = batch.values();
      const worker = async () => {
        for (const request of next) count(await sender.send(request), request);
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    }
  } finally {
    sender.close();
    await server.stop();
  }
}

test(`${requests} requests made from the document bring no 5xx and none hangs`, {
  timeout: 120_000 + requests * 100,
}, async () => {
  const document = (await openApiDocument()) as OpenAPIV3_1.Document;
  const generated = requestsOf(document);
  try {
    for (let from = 0; from < requests; from += perServer) {
      await send(generated, from, Math.min(perServer, requests - from));
    }
  } finally {
    print(document);
  }
  expect([...failures]).toEqual([]);
});

function print({ paths = {} }: OpenAPIV3_1.Document): void {
  const operations = Object.values(paths).flatMap((item) => Object.keys(item ?? {})).length;
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
  console.log(
    `${counts.join(', ')}; ${reached.size} of ${operations} operations were taken at least once`,
  );
}
