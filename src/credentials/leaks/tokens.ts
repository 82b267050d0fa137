import { places, type Judged } from './found.js'
import { isPlaceholder } from './value.js'

const forms: readonly (readonly [Judged['kind'], RegExp])[] = [
  // The user info of a URL (RFC 3986, 3.2.1); a password may hold an @ or a /; a token may stand in the user's place.
  ['url-credentials', /:\/\/[^\s:@/"'<>]{0,100}:(?!\d{1,5}[/?#])([^\s"'<>]{1,200})@(?=[\w[])/dg],
  ['url-credentials', /:\/\/([\w-]{20,200})@/dg],
  // A line of a password file; in sentences a hash ends before the mark.
  ['password', /(?<=(?:^|\n)[\w.@-]{1,40}:)(\$[\w-]{1,9}\$[\w./$=,+-]{12,400})/dg],
  // crypt(5) and its kin, LDAP's, Django's, PostgreSQL's, MySQL's hashes.
  ['password', /(?<![\w$])\$[\w-]{1,9}\$[\w./$=,+-]{12,400}(?<![.,](?=\s|$))/dg],
  [
    'password',
    /(?:\{S?(?:SHA|MD5|CRYPT)\d{0,3}\}|pbkdf2\w{0,9}\$|SCRAM-SHA-256\$|(?<!\w)\*(?=[A-F\d]{40}))[\w./$=:+-]{16,400}/dg,
  ],
  // NT's, PostgreSQL's old and GRUB's.
  ['password', /(?<!\w)(?:(?:[a-f\d]{32}:|md5)[a-f\d]{32}(?!\w)|grub\.pbkdf2\S{20,600})/dg],
  // The key of an application.
  ['token', /(?<!\w)base64:([\w+/]{40,90}={0,2})/dg],
  // The same without a scheme; what looks so and is an address after its label isn't meant.
  [
    'url-credentials',
    /(?<![\w/.@-])(?![Ee]?-?[Mm]ail|[Tt]o:|[Ff]rom:|[Cc]c:)[\w.-]{2,40}:(?=[^@\s]{0,60}[A-Z!#$%^&*])(?=[^@\s]{0,60}\d)([^\s:@"'<>/]{4,80})@(?=[\w-]{1,60}\.[\w.])/dg,
  ],
  // A secret access key beside its id.
  ['token', /AKIA[A-Z\d]{16}\W{1,20}([\w/+]{40})(?![\w/+])/dg],
  // JSON Web Tokens (RFC 7519), Telegram's, Discord's.
  ['token', /(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{4,8000}(?:\.[\w-]{1,4000})?/dg],
  [
    'token',
    /(?<!\d)\d{8,10}:(?=[\d-]{0,60}[A-Za-z])[\w-]{30,60}|(?<![\w-])[MNO][\w-]{20,30}\.[\w-]{5,8}\.[\w-]{25,50}/dg,
  ],
  // Prefixes that vendors registered with secret scanners; then a short name and twenty mixed letters in one piece.
  [
    'token',
    /(?<![\w-])(?:gh[a-z]_|github_pat_|gl[a-z]{2,6}-|npm_|pypi-|do\w_v1_|xox\w-|xapp-|[prs]k_(?:live|test)_|whsec_|AIza|ya29\.|SG\.|shp\w\w_|hf_|sk-|hv[bs]\.|dckr_|tskey-|key-(?=\w{32})|GOCSPX-|NRAK-|v1\.0-|SK(?=[\da-f]{32}))[\w.=-]{12,300}(?<=\w|=)/dg,
  ],
  [
    'token',
    /(?<![\w./-])[a-z]{2,8}(?:[_-][a-z\d]{2,8}){0,2}[_-](?=[a-z\d]{0,40}[A-Z])(?=[A-Z\d]{0,40}[a-z])[A-Za-z\d]{20,300}(?![\w-])/dg,
  ],
  // A second factor's key as it is shown, in fours of base32 (RFC 4648).
  ['token', /(?<![A-Z\d])(?=[\d ]{0,40}[A-Z])(?:[A-Z2-7]{4} ){3,15}[A-Z2-7]{4}(?![A-Z\d])/dg],
  // HTTP (RFC 7617, RFC 6750), queries, web hooks.
  [
    'token',
    /\b(?:(?:basic|auth plain)\s{1,3}(?=[a-z+/]{0,200}[\dA-Z=])|bearer\s{1,3}(?=[a-z_-]{0,60}[^a-z\s_-]|[a-z]{20}))([\w.~+/-]{8,2000}={0,2})/dgi,
  ],
  [
    'token',
    /(?:[?&](?:key|sig|code|auth|jwt|x-amz-\w{4,20})=|\/with\/key\/)(?=[a-z_-]{0,40}\d|[a-z]{20})([\w.~%-]{10,900})/dgi,
  ],
  [
    'token',
    /:\/\/(?=\S{0,80}hooks?[./\w])[\w.-]{1,80}(?:\/[a-z\d]{1,7}){0,2}\/(?:(?:services|catch|webhooks?|hooks?|webhookb2|workflows)\/)?(?=[a-z_/-]{0,80}\d)([\w/@.%-]{9,300}(?<=\w))/dgi,
  ],
  // Public keys and fingerprints, the prompts of mail servers in base64, what is to be filled in.
  [
    'harmless',
    /(?:ssh-\w{3,8}|ecdsa-\S{5,20}|sk-[\w@.-]{5,50}) AAAA\S{10,4000}(?: [\w.-]{1,60}@[\w.-]{1,60})?|\b(?:sha\d{1,3}|md5)[:= -]\S{16,200}|\bage1\w{20,3000}|\bpublic[_ -]?key\W{1,5}\S{1,4000}|\bkey ?id(?: is| to)?\W{1,5}\w{8,40}|\b(?:fingerprint|odcisk)\W{1,5}(?:[a-f\d]{4}\s{1,2}){5,15}|VXNlcm5hbWU6|UGFzc3dvcmQ6|<[a-z][\w -]{1,40}>/dgi,
  ],
  // Addresses; lines of a system's log.
  ['harmless', /(?<!\w)[a-z]{2,12}:\/\/[^\s"'<>]{1,2000}/dgi],
  [
    'harmless',
    /\b[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d [^\n]{1,400}|(?:Failed|Accepted) p\w{1,20} for [^\n]{1,200}/dg,
  ],
]

/** What is known by its form alone: tokens, password hashes, passwords in URLs. */
export const tokens = (text: string): readonly Judged[] => placesOf(text, false)

/** What looks like a secret and is known to be none. */
export const harmless = (text: string): readonly Judged[] => placesOf(text, true)

function placesOf(text: string, areHarmless: boolean): readonly Judged[] {
  return forms
    .filter(([kind]) => (kind === 'harmless') === areHarmless)
    .flatMap(([kind, form]) => places(form, kind, text))
    .filter(({ start, end }) => areHarmless || !isPlaceholder(text.slice(start, end)))
}
