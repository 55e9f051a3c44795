import type { FuzzedReader } from './reader.ts';
import { commands } from './readers/commands.ts';
import { config } from './readers/config.ts';
import { form } from './readers/form.ts';
import { references } from './readers/references.ts';
import { state } from './readers/state.ts';
import { webhook } from './readers/webhook.ts';

/** Everything that reads foreign text. */
export const readers: readonly FuzzedReader[] = [form, config, commands, state, references, webhook];
