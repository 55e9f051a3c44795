import { config } from 'zod';

// A run reads each shape once or twice: making code for it, as zod does otherwise, takes longer than reading it.
config({ jitless: true });
