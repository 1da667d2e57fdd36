import { UserError } from 'n8n-workflow';

/** A credential that cannot work, found before anything is sent. Never holds a secret's value. */
export class CredentialError extends UserError {
	/**
	 * @param problem what is wrong, with the label of the field in quotes
	 * @param advice what to do about it
	 */
	constructor(
		readonly problem: string,
		readonly advice: string,
	) {
		super(`${problem}. ${advice}`, { description: advice });
		this.name = 'CredentialError';
	}
}
