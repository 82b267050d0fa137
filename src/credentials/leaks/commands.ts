import { places, type Judged } from './found.js'
import { isPlaceholder } from './value.js'

/** A shell's word: in quotes, or up to a blank. */
const word = String.raw`(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"']{1,200}))`

const rules = [
  // Here the password must touch its flag: "-p shop" names a database.
  String.raw`(?<!\w)(?:mysql\w{0,9}|mariadb\S{0,9}|7za?|rar)\s[^\n|]{0,150}?\s-p${word}`,
  String.raw`(?<!\w)(?:sshpass|ipmitool|sqlcmd|mongo\w{0,8}|[Pp]s[Ee]xec\S{0,6}|login|mosquitto\w{0,4}|unzip|zip|plink|pscp|putty|redis-cli|ldap\w{0,9}|ssh-keygen|user(?:add|mod)|az)\s(?:[^\n|]{0,150}?\s)??-(?:pw?|P|a|w|N)[ =]?(?!-|\d{1,5}\s)${word}`,
  String.raw`(?<!\w)net1?\s{1,3}(?:user\s{1,3}"?[^\s"/]{1,64}"?|use [^\n]{0,80}?\\\\\S{1,99}(?: /user:\S{1,60})?)\s{1,3}(?![/*])${word}`,
  String.raw`(?:htpasswd|mosquitto_passwd)\s-\w{0,3}b\w{0,3}\s\S{1,99}\s\S{1,60}\s${word}`,
  String.raw`passwd\b[^\n<]{0,60}<<<\s?["']?(?:[\w-]{1,40}:)?([^\s"']{1,99})|\bsqlplus\s[^\n]{0,30}?[\w$]{1,30}/([^\s@/"']{1,99})@`,
  // user:password or user%password after a flag; not the numbers of a user and a group.
  String.raw`\s(?:-u|-U|--user|--proxy-user|--userpwd)[ =]?["']?[^\s:%"'/]{1,64}[:%](?!/|\d{1,6}(?:\s|$))([^\s"']{1,200})`,
  String.raw`\b(?:echo|printf|<<<)\s(?:-\w{1,2}\s)?["']?(?:[\w.@-]{1,64}:)?([^\n"'|:]{1,100}?)(?:\\n)?["']?\s?\|\s?(?:sudo )?(?:chpasswd|passwd|sudo -S|smbpasswd|cryptsetup)`,
  String.raw`(?:[Ii]dentified [Bb]y|IDENTIFIED (?:WITH \S{1,40} )?BY|PASSWORD(?: FOR \S{1,60} =)?|password|PASSWORD\(|AsPlainText|SecureString(?: -String)?)[ (]{1,2}(?:"([^"\n]{1,99})"|'([^'\n]{1,99})')`,
  String.raw`(?:login|auth\w{0,9}|connect|PDO|mysqli)\(\s?(?:["'][^"'\n]{0,99}["'],\s?){1,2}["']([^"'\n]{1,99})["']`,
  // Long options.
  String.raw`\s--?(?:[a-z]{1,12}-)?(?:[Pp]ass(?:word|wd|phrase)?|pw|token|secret)\s(?!-)${word}`,
  // A line of a configuration without an operator.
  String.raw`(?:^|\n)[ \t]{0,8}[\w.-]{2,30}(?:[Pp]ass(?:word|wd)?|pw|psk|secret)[ \t]{1,8}(?:"([^"\n]{1,99})"|([^\s"]{3,99}))[ \t]{0,8}(?=\n|$)`,
  // In short: "u: root p: …", in Polish "l: … h: …"; a line of .pgpass; rdesktop's and redis.conf's.
  String.raw`(?<!\w)[ul]: ?\S{1,60}[\s,;|/]{1,4}[ph]: ?([^\s,;]{3,80})`,
  String.raw`:(?:[56]432|\*):[\w*-]{1,60}:[\w*.-]{1,60}:(?=\S{0,80}[a-z])([^\s:]{1,99})`,
  String.raw`\b(?:r[ow]community6?|snmp\w{2,9} [^\n|]{0,60}?-c) (?!public\b)${word}`,
  String.raw`(?:\s/p:|(?<!# {0,2})\brequirepass |REG_SZ\s{1,20})["']?(?!\*)([^\s"']{1,99})`,
].map(rule => new RegExp(rule, 'dg'))

/** A sentence goes on after the name of an option. */
const small =
  /^ (?:via|is|and|as|for|from|with|in|on|to|or|the|that|which|option|flag|w|i|na|jest|nie|lub|[a-z]{4,20}ed)$/i

/** Passwords where a command or a program takes them. */
export function commands(plain: string): readonly Judged[] {
  return rules
    .flatMap(rule => places(rule, 'password', plain))
    .filter(
      ({ start, end }) => !isPlaceholder(plain.slice(start, end)) && !small.test(plain.slice(start - 1, end)),
    )
}
