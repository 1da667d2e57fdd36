/** A parameter that cannot be used. Found before anything is sent; the other items still go out. */
export class InvalidParameter extends Error {
	/**
	 * @param problem what is wrong, with the label of the parameter in quotes
	 * @param advice what to do about it
	 */
	constructor(
		readonly problem: string,
		readonly advice: string,
	) {
		super(`${problem}. ${advice}`);
		this.name = 'BadInput';
	}
}
