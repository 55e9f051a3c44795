/** Who works at Ledgerline, and what each may do. Eli is a customer: anybody may file. */
export const people = { ana: 'admin', ben: 'write', dev: 'write', chloe: 'triage', eli: 'read' } as const;
