import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../../../main/demo-portal/operations.ts';
import { openPortal } from './portal-fixture.ts';
import type { PortalFixture } from './portal-fixture.ts';

const shape = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

let portal: PortalFixture;
let served: z.infer<typeof shape>;
beforeAll(async () => {
  portal = await openPortal();
  const response = await fetch(`${portal.url}/api/v1/ssp/openapi.json`);
  served = shape.parse(await response.json());
});
afterAll(() => portal.close());

describe('the OpenAPI document', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const answer = await new Validator().validate(structuredClone(served));
    expect(answer.errors ?? []).toEqual([]);
    expect([answer.valid, served.openapi]).toEqual([true, '3.1.0']);
  });

  it('describes every call that the portal answers', () => {
    const described = Object.values(served.paths)
      .flatMap((path) => Object.values(path))
      .map(({ operationId }) => operationId);
    expect(new Set(described)).toEqual(new Set(operations.map(({ name }) => name)));
    expect(described).toHaveLength(operations.length);
  });

  it('refers only to schemas that it has', () => {
    const text = JSON.stringify(served);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(?<name>[^"]+)"/gu)];
    const names = new Set(references.map(({ groups }) => groups?.['name']));
    expect(names).toEqual(new Set(Object.keys(served.components.schemas)));
    expect(text).not.toContain('$defs');
  });

  it('lets a body repeat ids and marks what is a file', () => {
    const { '/ssp/device/lock': lock, '/ssp/certificate': certificate } = served.paths;
    expect(JSON.stringify(lock?.['put'])).toContain('"ids":{"minItems":1');
    expect(JSON.stringify(certificate?.['post'])).toContain('application/x-pkcs12');
  });
});
