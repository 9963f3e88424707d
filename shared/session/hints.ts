/**
 * What devices say in words where a status would do. All patterns are linear; the caller passes a bounded tail.
 */

/**
 * All lines are taken: IOS, NX-OS ("too many users"), Comware, OpenSSH's MaxStartups is not one, and neither is what VRP says
 * to everybody who logs in ("The max number of VTY users is 10, and the number of current VTY users on line is 1.").
 */
export const VTY_EXHAUSTED =
  /lines? (?:are |is )?(?:all )?(?:in use|busy)|too many (?:users|sessions|logins|connections)|max(?:imum)?(?: number of)? (?:sessions|users|connections|vty(?! users is \d))|no (?:free|available) (?:vty|lines?|sessions)|(?:user|session)s? limit (?:is |was )?(?:reached|exceeded)|resource shortage|connection limit (?:reached|exceeded)/i;

/** The last line asks for a login: WLC `User:`, Cisco SMB `User Name:`. */
export const LOGIN_QUESTION = /^\s{0,20}(?:user ?name|user|login|password)\s{0,4}:\s{0,4}$/i;

/** Asked after a login with an expired password: never answered. */
export const PASSWORD_CHANGE =
  /password (?:has |is )?expired|(?:must|required to|need to) change (?:your|the) password|(?:enter|type|input)? ?(?:a )?new password ?:|change (?:your|the) password now|\(current\) unix password/i;

/** ProCurve waits for a key before its prompt. */
export const PRESS_A_KEY = /press (?:any key|return|enter)(?: to continue| to get started)?|hit any key/i;

export { ANY_PAGER } from '../platform/any-pager.ts';

/** What a pager is answered with to go on: a space; `less` (PAN-OS) waits at its end until it is left with `q`. */
export const pagerKey = (line: string): string => (/\(END\)\s{0,4}$/.test(line) ? 'q' : ' ');

/** What a Unix shell answers to `show version`. */
export const UNKNOWN_TO_SHELL = /(?:command )?not found|: not found/i;
