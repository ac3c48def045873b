import { z } from 'zod';
import { run } from '../steps.ts';

const component = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  scope: z.string(),
  properties: z.array(z.object({ name: z.string(), value: z.string() })),
});
const bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** Only its data is packed, so it stands among the tools of development. */
const packedData = 'world-atlas';

const isPacked = ({ name, scope, properties }: z.infer<typeof component>): boolean => {
  const isTool = properties.some((one) => one.name === 'cdx:npm:package:development');
  return name === packedData || (!isTool && scope === 'required');
};

/**
 * What is in the package, as CycloneDX, by npm's own `npm sbom`. Its `--omit dev` leaves out what a tool of development
 * needs as well, React among it (npm 11.19), so all is asked for and the tools are taken out here.
 *
 * @throws when npm gives no list
 */
export async function makeSbom(): Promise<string> {
  const words = 'sbom --sbom-format cyclonedx --sbom-type application --package-lock-only';
  const { output } = await run('npm', [...words.split(' '), '--loglevel', 'error'], {
    quiet: true,
  });
  const all = bom.parse(JSON.parse(output.slice(Math.max(0, output.indexOf('{')))));
  const components = all.components.filter(isPacked);
  const own = all.metadata.component['bom-ref'];
  const kept = new Set([own, ...components.map((one) => one['bom-ref'])]);
  const dependencies = all.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => kept.has(ref)) }));
  const metadata = { ...all.metadata, component: { ...all.metadata.component, name: 'latchkey' } };
  return JSON.stringify({ ...all, metadata, components, dependencies }, null, 2);
}
