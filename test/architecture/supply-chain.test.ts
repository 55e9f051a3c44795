import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readText } from './source-files.ts';

/** What docs/supply-chain.md says of pins, of the release and of what keeps the pins fresh. */

const exactVersion = /^\d+\.\d+\.\d+$/;
const exactImage = /^[a-z][\w./-]*:\d+\.\d+[\w.-]*@sha256:[0-9a-f]{64}$/;

describe('what is installed', () => {
  it('is named by its exact version in package.json', () => {
    const { dependencies, devDependencies, optionalDependencies } = z
      .object({
        dependencies: z.record(z.string(), z.string()),
        devDependencies: z.record(z.string(), z.string()),
        optionalDependencies: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(readText('package.json')));
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.filter(([, version]) => !exactVersion.test(version))).toEqual([]);
  });

  it('runs no script of its own, and has its integrity in the lockfile but for builds for other machines', () => {
    const { packages } = z
      .object({
        packages: z.record(
          z.string(),
          z.looseObject({
            integrity: z.string().optional(),
            hasInstallScript: z.boolean().optional(),
            optional: z.boolean().optional(),
            cpu: z.unknown().optional(),
          }),
        ),
      })
      .parse(JSON.parse(readText('package-lock.json')));
    const all = Object.entries(packages).filter(([path]) => path !== '');
    expect(all.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    const open = all.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    // Builds for other processors and systems, which an install there fetches by their exact version.
    expect(open.filter(([, { optional, cpu }]) => !optional || cpu === undefined)).toEqual([]);
  });

  it('comes on images that are pinned by digest', () => {
    const images = [
      ...[...readText('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image),
      ...[...readText('compose.yml').matchAll(/^ +image: (\S+)/gm)].map(([, image = '']) => image),
    ];
    expect(images).toHaveLength(3);
    expect(images.filter((image) => !exactImage.test(image))).toEqual([]);
    expect(new Set(images).size).toBe(2);
  });

  it('is installed by the lockfile alone, in the image as in every workflow', () => {
    const lines = ['Dockerfile', '.ci/run', '.github/workflows/release.yml', '.github/workflows/security.yml']
      .flatMap((file) => readText(file).split('\n'))
      .filter((line) => /\bnpm (?:install|i|add|exec)\b|\bnpx\b/.test(line) && !line.includes('echo'));
    expect(lines).toEqual([]);
  });
});

describe('the release', () => {
  const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });
  const { jobs } = z
    .object({
      jobs: z.record(
        z.string(),
        z.looseObject({ permissions: z.record(z.string(), z.string()), steps: z.array(step) }),
      ),
    })
    .parse(parse(readText('.github/workflows/release.yml')));

  it('lets no job that may write check out, install or run anything of the repository', () => {
    const writing = Object.values(jobs).filter(({ permissions }) =>
      Object.values(permissions).includes('write'),
    );
    expect(writing).toHaveLength(1);
    for (const { uses = '', run = '' } of writing.flatMap(({ steps }) => steps)) {
      expect(uses).not.toMatch(/^actions\/checkout@|^\.\//);
      expect(run).not.toMatch(/npm (?:ci|install|run|test)|node /);
    }
  });

  it('carries the package, its list of parts and its provenance', () => {
    const lines = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run));
    expect(lines.join('\n')).toMatch(/npm sbom .* > build\/release\/chokepoint\.cdx\.json/);
    expect(lines.join('\n')).toMatch(/release\/chokepoint\.intoto\.jsonl/);
    expect(lines.join('\n')).toMatch(/npm publish .*--provenance/);
  });
});

it('Dependabot keeps every kind of pin fresh', () => {
  const { updates } = z
    .looseObject({ updates: z.array(z.looseObject({ 'package-ecosystem': z.string() })) })
    .parse(parse(readText('.github/dependabot.yml')));
  expect(updates.map((one) => one['package-ecosystem'])).toEqual([
    'npm',
    'github-actions',
    'docker',
    'docker-compose',
  ]);
});
