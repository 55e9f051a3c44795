/** What an Action loads that is made of the usual two packages, and nothing it does with them. */
import process from 'node:process';
import { getInput } from '@actions/core';
import { Octokit } from '@octokit/rest';

const octokit = new Octokit({ auth: getInput('token'), log: console });
process.exitCode = typeof octokit.rest.checks.create === 'function' ? 0 : 1;
