import { rememberedKeys } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';

export const unsavedWorkflow = () =>
	new InvalidParameter(
		"'Send Once' needs a workflow that is saved",
		'Save the workflow and run it again: n8n remembers what was sent for saved workflows only.',
	);

export const oldN8n = () =>
	new InvalidParameter(
		"'Send Once' needs a newer version of n8n",
		'Update n8n to 1.123 or later, or turn the option off.',
	);

export const tooMany = () =>
	new InvalidParameter(
		`'Send Once' takes at most ${rememberedKeys} items in one run`,
		'Split the list, such as with a Loop Over Items node: n8n remembers no more keys of one node.',
	);

export const tooBusy = () =>
	new InvalidParameter(
		"Other processes change what 'Send Once' remembers all the time",
		'Nothing was sent for this item. Let fewer executions of this workflow run at the same time, and run it again.',
	);

/** Advice for whatever n8n's database says. */
export const notStored =
	"This came from n8n's database, in which 'Send Once' keeps its keys. Nothing was sent for this item. Run it again when the database can be written.";
