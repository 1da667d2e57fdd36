import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const published = ['nodes/**/*.ts', 'credentials/**/*.ts'];

/** Words of this code's own making, each with the term of the trade that stands in its place. */
const ownWords = {
	'^(most|longest|largest)([A-Z]|$)': 'max...',
	'^usual([A-Z]|$)': 'default...',
	'^lane$': 'orderingKey',
	'^(repeatOf|RepeatRule|nextTry|(may|answerTo)Repeat|repeats?(Rule|Text))$':
		'retry, retryOf, RetryPolicy, retryDelay',
	'^alreadyDone$': 'alreadyDoneCodes',
	'^[mM]eanings?(Of|For)?$': 'Outcome, interpret',
	'^([pP]aced?([A-Z].*)?|paces|wish(es|ed|ing)?|takeTurn)$':
		'RateLimiter, rateLimit, request, acquireTurn',
	'^(SharingRule|sharing)$': 'BatchRule',
	'^([rR]emedy|cures?|cured|incurable)$': 'Recovery, canRecover',
	'^([tT]ally|[tT]rust|hopeless|halve)$': 'RunStats, VerifiedCredentials, fatalFailure, bisect',
	'[tT]rouble|^[bB]adInput$': 'ItemError, itemErrorOf, InvalidParameter',
	'^(KnownCallers|marksOf|panelFields|isSameSecret|ChoiceList)$':
		'CredentialCache, dedupeKeysOf, parametersOf, timingSafeEqualText, ListSearch',
};
/** Outside the package these mean something else: Chat's conversations, a text that is repeated. */
const ownWordsOfPackage = {
	'^conversation$': 'orderingKey',
	'^repeat$': 'retry',
	'^([iI]ntake|[wW]ork|[dD]raft|[cC]omposed?)$': 'RequestBuilder, Call, payload, encode',
	'^judge$': 'parseResponse',
};
const forbidden = (words) =>
	Object.entries(words).map(([word, term]) => ({
		selector: `Identifier[name=/${word}/]`,
		message: `The trade's word for it is ${term}.`,
	}));
const manifest = {
	files: ['package.json'],
	languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
};

const constantsInCamelCase = {
	selector: 'VariableDeclarator > Identifier[name=/^[A-Z][A-Z0-9_]+$/]',
	message: 'Constants are written in camelCase, like everything else.',
};

/** n8n's own rules speak about what is published; the type rules hold for every file. */
export default tseslint.config(
	{ ignores: ['dist/**', '**/node_modules/**', '.cache/**', 'coverage/**', 'docs/**'] },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		rules: {
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'no-restricted-syntax': ['error', constantsInCamelCase, ...forbidden(ownWords)],
		},
	},
	{ ...n8nCommunityNodesPlugin.configs.recommended, files: published, ignores: [] },
	{
		files: published,
		plugins: { 'n8n-nodes-base': nodesBase },
		rules: {
			'no-restricted-syntax': [
				'error',
				constantsInCamelCase,
				...forbidden({ ...ownWords, ...ownWordsOfPackage }),
			],
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...nodesBase.configs.nodes.rules,
			// They want the literal ['main']; n8n's newer rules want the constant, and are used here.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
		},
	},
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...nodesBase.configs.credentials.rules,
			// It wants the slug that n8n's own repository uses; a community package gives an address.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{ ...n8nCommunityNodesPlugin.configs.recommended, ...manifest, ignores: [] },
	{
		...manifest,
		plugins: { 'n8n-nodes-base': nodesBase },
		rules: nodesBase.configs.community.rules,
	},
);
