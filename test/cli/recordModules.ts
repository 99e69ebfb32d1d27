/** For `node --import`: appends the URL of every module that is loaded to the file $RECORD_MODULES. */
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const record = process.env['RECORD_MODULES']
registerHooks({
  load: (url, context, nextLoad) => {
    if (record !== undefined) appendFileSync(record, `${url}\n`)
    return nextLoad(url, context)
  },
})
